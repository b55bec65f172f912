academyFind.take("glkoegiahadl","f-evidence",[["data","Figures given",0,"aci"]]);
