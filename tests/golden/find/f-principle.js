academyFind.take("8e8486a879c4","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
