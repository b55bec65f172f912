academyFind.take("523454b42957","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
