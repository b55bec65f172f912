academyFind.take("47e1d4829298","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
