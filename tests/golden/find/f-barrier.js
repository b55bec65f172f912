academyFind.take("1e414b68765a","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
