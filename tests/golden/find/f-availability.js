academyFind.take("01627ddc20d8","f-availability",[["available","Available",0,"="]]);
