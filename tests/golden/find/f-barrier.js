academyFind.take("4baf7a7ef794","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
