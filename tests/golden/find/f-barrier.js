academyFind.take("ea54b3be8f78","f-barrier",[["two-record-systems","Two record systems",0,"##$##$&#%$#%$#$"]]);
