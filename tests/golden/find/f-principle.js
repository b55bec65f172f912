academyFind.take("4baf7a7ef794","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
