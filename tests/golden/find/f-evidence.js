academyFind.take("beoejeeknkco","f-evidence",[["data","Figures given",0,"aci"]]);
