academyFind.take("4baf7a7ef794","f-availability",[["available","Available",0,"="]]);
