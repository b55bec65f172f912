academyFind.take("652340c357cb","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
