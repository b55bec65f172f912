academyFind.take("8ff778600946","f-availability",[["available","Available",0,"="]]);
