academyFind.take("01627ddc20d8","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
