academyFind.take("523454b42957","f-availability",[["available","Available",0,"="]]);
