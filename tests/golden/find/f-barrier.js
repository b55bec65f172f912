academyFind.take("8ff778600946","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
