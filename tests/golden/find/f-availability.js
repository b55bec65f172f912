academyFind.take("9ae9c256c2c7","f-availability",[["available","Available",0,"="]]);
