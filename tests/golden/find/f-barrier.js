academyFind.take("d3f4c5da4678","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
