academyFind.take("01627ddc20d8","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
