academyFind.take("116b376245de","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
