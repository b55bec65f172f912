academyFind.take("ea54b3be8f78","f-availability",[["available","Available",0,"="]]);
