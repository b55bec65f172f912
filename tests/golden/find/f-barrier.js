academyFind.take("cb513638faad","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
