academyFind.take("cb513638faad","f-availability",[["available","Available",0,"="]]);
