academyFind.take("01627ddc20d8","f-evidence",[["data","Figures given",0,"#%+"]]);
