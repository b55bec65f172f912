academyFind.take("9ae9c256c2c7","f-evidence",[["data","Figures given",0,"#%+"]]);
