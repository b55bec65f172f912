academyFind.take("8ff778600946","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
