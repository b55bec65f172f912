academyFind.take("652340c357cb","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
