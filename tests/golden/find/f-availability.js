academyFind.take("glkoegiahadl","f-availability",[["available","Available",0,"A"]]);
