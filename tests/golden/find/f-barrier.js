academyFind.take("9ae9c256c2c7","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
