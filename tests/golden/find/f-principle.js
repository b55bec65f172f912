academyFind.take("d3f4c5da4678","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
