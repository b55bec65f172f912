academyFind.take("fce85edd772d","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
