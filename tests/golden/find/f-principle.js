academyFind.take("cb513638faad","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
