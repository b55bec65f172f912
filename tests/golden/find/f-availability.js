academyFind.take("652340c357cb","f-availability",[["available","Available",0,"="]]);
