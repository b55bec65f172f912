academyFind.take("8e8486a879c4","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
