academyFind.take("beoejeeknkco","f-availability",[["available","Available",0,"A"]]);
