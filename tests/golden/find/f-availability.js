academyFind.take("5b178d79d1d9","f-availability",[["available","Available",0,"="]]);
