academyFind.take("116b376245de","f-availability",[["available","Available",0,"="]]);
