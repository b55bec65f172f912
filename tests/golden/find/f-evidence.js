academyFind.take("lbdiejdgihic","f-evidence",[["data","Figures given",0,"aci"]]);
