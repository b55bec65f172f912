academyFind.take("9ae9c256c2c7","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
