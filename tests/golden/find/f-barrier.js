academyFind.take("47e1d4829298","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
