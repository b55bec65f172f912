academyFind.take("d3f4c5da4678","f-availability",[["available","Available",0,"="]]);
