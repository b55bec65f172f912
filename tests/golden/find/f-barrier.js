academyFind.take("5b178d79d1d9","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
