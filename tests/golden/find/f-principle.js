academyFind.take("1e414b68765a","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
