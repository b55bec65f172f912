academyFind.take("fce85edd772d","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
