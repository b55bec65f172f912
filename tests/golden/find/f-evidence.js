academyFind.take("116b376245de","f-evidence",[["data","Figures given",0,"#%+"]]);
