academyFind.take("47e1d4829298","f-availability",[["available","Available",0,"="]]);
