academyFind.take("116b376245de","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
