academyFind.take("ea54b3be8f78","f-principle",[["ask-first","Ask first",0,"##$##$&#%$#%$#$"]]);
