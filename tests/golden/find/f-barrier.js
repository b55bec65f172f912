academyFind.take("523454b42957","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
