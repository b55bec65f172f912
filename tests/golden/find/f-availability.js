academyFind.take("8e8486a879c4","f-availability",[["available","Available",0,"="]]);
