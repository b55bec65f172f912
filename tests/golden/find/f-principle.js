academyFind.take("5b178d79d1d9","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
